// One server for one model, as such servers are usually written: node server.mjs MODEL. Prints its port.
// POST /run takes the model's tensors ready-made, {name: {type, dims, data}}, and answers with the numbers of its first output.
import express from 'express';
import * as ort from 'onnxruntime-node';

const arrays = { float32: Float32Array, int32: Int32Array, int64: BigInt64Array };
const session = await ort.InferenceSession.create(process.argv[2], { graphOptimizationLevel: 'all' });
const app = express();
app.use(express.json({ limit: '4mb' }));
app.post('/run', async (request, response) => {
  const feeds = {};
  for (const [name, { type, dims, data }] of Object.entries(request.body)) {
    feeds[name] = new ort.Tensor(type, type === 'int64' ? BigInt64Array.from(data, BigInt) : arrays[type].from(data), dims);
  }
  const results = await session.run(feeds, [session.outputNames[0]]);
  response.json(Array.from(results[session.outputNames[0]].data));
});
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
server.keepAliveTimeout = 600_000; // callers keep their connections while others take their turn
