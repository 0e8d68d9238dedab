/** Reads the data of a search and queries as JSON from standard input, and writes the addresses of the results of each. */

import { readFileSync } from "node:fs";
import { createSearch } from "../../search/engine.js";

const { data, queries } = JSON.parse(readFileSync(0, "utf8"));
const search = await createSearch(data);
process.stdout.write(JSON.stringify(queries.map((query) => search(query).map(({ address }) => address))));
