// `npm start`: from a clean clone to the running system. Plain JavaScript without dependencies, since nothing is installed
// when it begins; and in this one file also plain enough for a Node too old for the rest to be told so.
const wanted = 20;
const major = Number(process.versions.node.split('.')[0]);

if (major < wanted) {
  console.error(`Node ${process.versions.node} is too old: Node ${wanted} or newer is needed (https://nodejs.org).`);
  process.exitCode = 1;
} else {
  import('./start/start.js').then(({ start }) => start());
}
