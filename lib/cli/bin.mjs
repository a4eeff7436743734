#!/usr/bin/env node
// Registers the TypeScript loader, then runs the command line; exits 2 when it cannot even start.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
