"""Puts one model into models/catalog.json and leaves the others as they are."""

import hashlib
import json
import os

WCXB = {"set": "WCXB 1.0, development pages", "license": "CC BY 4.0"}
MODELS = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def put(name, task, files, evaluation=(), **more):
    """files: names inside models/<name> that every start needs; evaluation: those that only measurements open; more: features, labels, thresholds, typical,
    trainedOn, license, source. The version names the weights: decisions are kept with it."""
    path = os.path.join(MODELS, "catalog.json")
    with open(path, encoding="utf-8") as file:
        catalog = json.load(file)
    hashes, apart = ({f: sha256(os.path.join(MODELS, name, f)) for f in names} for names in (files, evaluation))
    entry = {"name": name, "version": f"1.{hashes['model.onnx'][:8]}", "task": task, "folder": name, "files": hashes}
    entry.update({"evaluation": apart} if apart else {}, **more)
    places = [i for i, model in enumerate(catalog["models"]) if model["name"] == name]
    if places:
        catalog["models"][places[0]] = entry
    else:
        catalog["models"].append(entry)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(catalog, file, ensure_ascii=False, indent=2)
        file.write("\n")
