/**
 * Takes LangChain's and LangSmith's variables out of the environment of this process. With LANGSMITH_TRACING or one of its
 * older names, `@langchain/core` would send every question, prompt and answer to a remote service, and with
 * LANGCHAIN_VERBOSE print them; it reads the environment at each call and has no switch that overrules it. Such a variable
 * is often set for another program, and nobody who runs this one has agreed to it.
 */
export function disableRemoteTracing(): void {
  for (const name of Object.keys(process.env)) {
    if (/^LANG(?:SMITH|CHAIN)_/i.test(name)) delete process.env[name];
  }
}
