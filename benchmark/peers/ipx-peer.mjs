// ipx as its documentation serves it, over the files of the folder that is named, or else over HTTP addresses on this machine:
// prints its port, ends when standard input does. JPEGs are baseline, as ours are, where ipx would make them progressive,
// which takes longer.
import { createServer } from 'node:http';
import { createIPX, createIPXNodeServer, ipxFSStorage, ipxHttpStorage } from 'ipx';

const [folder] = process.argv.slice(2);
const http = ipxHttpStorage({ domains: ['127.0.0.1'] });
const ipx = createIPX({
  storage: folder ? ipxFSStorage({ dir: folder }) : http,
  // An address that S3 signs is good for one method: ipx is spared its HEAD before each GET.
  httpStorage: { ...http, getMeta: () => ({}) },
  sharpOptions: { jpegProgressive: false },
});
const server = createServer(createIPXNodeServer(ipx));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().on('end', () => process.exit());
