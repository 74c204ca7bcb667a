// ipx as its documentation serves it, over the files of a folder: prints its port, ends when standard input does.
// JPEGs are baseline, as ours are, where ipx would make them progressive, which takes longer.
import { createServer } from 'node:http';
import { createIPX, createIPXNodeServer, ipxFSStorage } from 'ipx';

const ipx = createIPX({
  storage: ipxFSStorage({ dir: process.argv[2] }),
  sharpOptions: { jpegProgressive: false },
});
const server = createServer(createIPXNodeServer(ipx));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().on('end', () => process.exit());
