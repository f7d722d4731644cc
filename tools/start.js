// `npm start`: from a clean clone to the running system. It is plain JavaScript without dependencies, because nothing
// is installed when it begins. This one file is so plain that a Node too old for the rest can run it and report that.
const wanted = 20;
const major = Number(process.versions.node.split('.')[0]);

if (major < wanted) {
  console.error(`Node ${process.versions.node} is too old: Node ${wanted} or newer is needed (https://nodejs.org).`);
  process.exitCode = 1;
} else {
  import('./start/start.js').then(({ start }) => start());
}
