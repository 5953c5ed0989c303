// Plain JavaScript, because a Node that cannot run TypeScript could not read this sentence in it either.
// The npm scripts preload it (`node --import`); entry files import it first for the Nodes in between.
const LOWEST_MAJOR = 24;

if (Number.parseInt(process.versions.node, 10) < LOWEST_MAJOR) {
  process.stderr.write(
    `footnote: This is Node ${process.versions.node}, and Footnote needs ${LOWEST_MAJOR} or newer. ` +
      "`npm install` brings one along, and `npm run` and `npm start` use it.\n",
  );
  process.exit(1);
}

// Compiling the packages is most of a start. Where the folder cannot be written to, every start compiles again. It is the
// project's own: what lies in a shared temporary folder, others of this machine could have put there.
process.getBuiltinModule("node:module").enableCompileCache(`${import.meta.dirname}/../node_modules/.cache/footnote`);
