#!/usr/bin/env python3
"""Small graphs with a hub's names, of PyTorch's own export, and what PyTorch gives for some rows: graphs.py <TestData/Hub>.

Weights are random with a fixed seed, on a coarse grid so that they pack well. Needs torch 1.13, onnx, and ids.mjs beside this file.
"""
import gzip
import io
import json
import os
import subprocess
import sys

import torch
from torch import nn

HIDDEN, HEADS, PLACES = 16, 2, 66


class Layer(nn.Module):
    def __init__(self, before):
        super().__init__()
        self.before = before
        self.one, self.two = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.wide, self.narrow = nn.Linear(HIDDEN, HIDDEN * 4), nn.Linear(HIDDEN * 4, HIDDEN)

    def attend(self, x, bias):
        def heads(t):
            return t.reshape(x.shape[0], x.shape[1], HEADS, HIDDEN // HEADS).transpose(1, 2)
        weights = (heads(self.query(x)) @ heads(self.key(x)).transpose(2, 3) / (HIDDEN // HEADS) ** 0.5 + bias).softmax(-1)
        return self.out((weights @ heads(self.value(x))).transpose(1, 2).reshape(x.shape[0], x.shape[1], HIDDEN))

    def forward(self, x, bias):
        if self.before:
            x = x + self.attend(self.one(x), bias)
            return x + self.narrow(torch.nn.functional.gelu(self.wide(self.two(x))))
        x = self.one(x + self.attend(x, bias))
        return self.two(x + self.narrow(torch.nn.functional.gelu(self.wide(x))))


class Encoder(nn.Module):
    """BERT's shape; the XLM-R shape counts places from the tokens that are no padding."""

    def __init__(self, vocabulary, types, pad, labels):
        super().__init__()
        self.pad = pad
        self.words, self.places = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.types = nn.Embedding(2, HIDDEN) if types else None
        self.norm = nn.LayerNorm(HIDDEN)
        self.layers = nn.ModuleList([Layer(False), Layer(False)])
        self.pooler = nn.Linear(HIDDEN, HIDDEN) if labels else None
        self.head = nn.Linear(HIDDEN, labels) if labels else None

    def forward(self, input_ids, attention_mask, token_type_ids=None):
        if self.types is None:
            real = (input_ids != self.pad).long()
            at = real.cumsum(1) * real + self.pad
        else:
            at = torch.ones_like(input_ids).cumsum(1) - 1
        x = self.words(input_ids) + self.places(at)
        if self.types is not None:
            x = x + self.types(token_type_ids)
        x = self.norm(x)
        bias = (1.0 - attention_mask[:, None, None, :].float()) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x if self.head is None else self.head(self.pooler(x[:, 0]).tanh())


class Decoder(nn.Module):
    """GPT's shape: looks back only; its head reads the last token before the padding."""

    def __init__(self, vocabulary, pad, labels):
        super().__init__()
        self.pad = pad
        self.words, self.places, self.norm = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(PLACES, HIDDEN), nn.LayerNorm(HIDDEN)
        self.layers = nn.ModuleList([Layer(True), Layer(True)])
        self.head = nn.Linear(HIDDEN, labels, bias=False)

    def forward(self, input_ids, attention_mask, position_ids):
        x = self.words(input_ids) + self.places(position_ids)
        later = torch.triu(torch.ones(input_ids.shape[1], input_ids.shape[1]), 1)
        bias = (later + (1.0 - attention_mask[:, None, None, :].float())).clamp(max=1.0) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        last = (input_ids != self.pad).long().sum(1) - 1
        scores = self.head(self.norm(x))
        return scores.gather(1, last.clamp(min=0)[:, None, None].expand(-1, 1, scores.shape[2])).squeeze(1)


def settle(model, seed):
    torch.manual_seed(seed)
    for name, p in model.named_parameters():
        scale = 0.6 if p.dim() > 1 else 0.1
        base = 1.0 if ("norm" in name or ".one" in name or ".two" in name) and name.endswith("weight") else 0.0
        p.data = torch.round((base + torch.randn_like(p) * scale) * 32) / 32
    return model.eval()


def export(model, names, output):
    sample = torch.tensor([[2, 5, 6, 3], [2, 7, 3, 0]])
    given = {"input_ids": sample, "attention_mask": (sample > 0).long(), "token_type_ids": torch.zeros_like(sample), "position_ids": torch.arange(4).expand(2, 4).clone()}
    axes = {n: {0: "batch_size", 1: "sequence_length"} for n in names}
    axes[output] = {0: "batch_size", 1: "sequence_length"} if output == "last_hidden_state" else {0: "batch_size"}
    file = io.BytesIO()
    torch.onnx.export(model, tuple(given[n] for n in names), file, input_names=names, output_names=[output], dynamic_axes=axes, opset_version=14, do_constant_folding=True)
    return file.getvalue()


def give(model, names, rows):
    made = []
    with torch.no_grad():
        for row in rows:
            ids = torch.tensor([row["ids"]])
            given = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "token_type_ids": torch.tensor([row["types"]]), "position_ids": torch.arange(ids.shape[1])[None]}
            made.append(model(*(given[n] for n in names))[0])
    return made


def half(vocabulary):
    """A table that anyone can work out, its mean over what the mask shows, in half precision; ids and mask of 32 bits."""
    from onnx import TensorProto, helper
    table = [id * (j + 3) % 17 / 16 for id in range(vocabulary) for j in range(8)]
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["rows"]), helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
             helper.make_node("Unsqueeze", ["mask", "last"], ["column"]), helper.make_node("Mul", ["rows", "column"], ["shown"]),
             helper.make_node("ReduceSum", ["shown", "one"], ["sum"], keepdims=0), helper.make_node("ReduceSum", ["column", "one"], ["count"], keepdims=0),
             helper.make_node("Div", ["sum", "count"], ["mean"]), helper.make_node("Cast", ["mean"], ["sentence_embedding"], to=TensorProto.FLOAT16)]
    graph = helper.make_graph(
        nodes, "half", [helper.make_tensor_value_info(n, TensorProto.INT32, ["batch_size", "sequence_length"]) for n in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT16, ["batch_size", 8])],
        [helper.make_tensor("table", TensorProto.FLOAT, [vocabulary, 8], table), helper.make_tensor("last", TensorProto.INT64, [1], [2]), helper.make_tensor("one", TensorProto.INT64, [1], [1])])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8).SerializeToString()


def main(folder):
    here = os.path.dirname(os.path.abspath(__file__))
    texts = json.load(gzip.open(f"{folder}/rows.json.gz"))
    chosen = [i for i in (*range(0, 190, 5), *range(220, 2500, 60)) if "\ud800" not in texts[i] and len(texts[i]) > 0]
    labels = ["경제", "sport", "정치"]
    bert, roberta, gpt = "bert-uncased", "xlm-r", "gpt2"
    asked = [{"shape": bert, "rows": [[texts[i]] for i in chosen]},
             {"shape": bert, "rows": [[texts[i], f"이 글은 {label}에 관한 것이다."] for i in chosen[:30] for label in labels]},
             {"shape": roberta, "rows": [["query: " + texts[i]] for i in chosen]},
             {"shape": gpt, "rows": [[texts[i]] for i in chosen]}]
    run = subprocess.run(["node", f"{here}/ids.mjs"], input=json.dumps({"folder": folder, "asked": asked}).encode(), stdout=subprocess.PIPE, check=True)
    single, pairs, queries, told = json.loads(run.stdout)
    models = json.load(gzip.open(f"{folder}/tokenizers.json.gz"))["models"]

    encoder = settle(Encoder(len(models["wordpiece"]["vocab"]), True, 0, 3), 11)
    embedder = settle(Encoder(len(models["unigram"]["vocab"]) + 1, False, 1, 0), 12)
    pad = len(models["bpe"]["vocab"])
    decoder = settle(Decoder(pad + 1, pad, 2), 13)
    three, two, four = ["input_ids", "attention_mask", "token_type_ids"], ["input_ids", "attention_mask"], ["input_ids", "attention_mask", "position_ids"]
    for name, model, names, output in [("bert", encoder, three, "logits"), ("xlm-r", embedder, two, "last_hidden_state"), ("gpt", decoder, four, "logits")]:
        with open(f"{folder}/{name}.onnx.gz", "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
            z.write(export(model, names, output))
    with open(f"{folder}/half.onnx.gz", "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
        z.write(half(len(models["wordpiece"]["vocab"])))
    rounded = lambda t: [round(float(v), 6) for v in t.reshape(-1)]
    states = give(embedder, two, queries)
    # An empty text has no token to look at in a decoder without special ones.
    spoken = [i for i, row in enumerate(told) if row["ids"]]
    answers = {
        "rows": chosen, "labels": labels,
        "bert": [rounded(t) for t in give(encoder, three, single)],
        "entailment": [rounded(t) for t in give(encoder, three, pairs)],
        "mean": [rounded(t.mean(0)) for t in states], "cls": [rounded(t[0]) for t in states], "last": [rounded(t[-1]) for t in states],
        "gpt": [rounded(t) for t in give(decoder, four, [told[i] for i in spoken])], "gptRows": [chosen[i] for i in spoken], "gptPad": pad,
    }
    with open(f"{folder}/graphs.json.gz", "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as z:
        z.write(json.dumps(answers, ensure_ascii=True, separators=(",", ":")).encode())


main(os.path.abspath(sys.argv[1]))
