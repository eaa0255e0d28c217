// The vocabulary of schema.org as the validator wants it, read from the declarations of the package schema-dts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A graph with every class, its superclasses and its properties, in the form of schema.org's own file. */
export function vocabulary() {
  const text = readFileSync(createRequire(__filename).resolve("schema-dts").replace(/schema\.js$/, "schema.d.ts"), "utf8");
  const parents = new Map<string, Set<string>>();
  const domains = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, value: string) => map.set(key, (map.get(key) ?? new Set()).add(value));
  for (const [, name, bases, body] of text.matchAll(/^(?:export )?interface (\w+?)(?:Base|Leaf) extends (.*?) \{\n(.*?)^\}/gms)) {
    if (!parents.has(name)) parents.set(name, new Set());
    for (const [, base] of bases.matchAll(/(\w+)Base\b/g)) if (base !== name) add(parents, name, base);
    for (const [, property] of body.matchAll(/^ {4}"(\w+)"\?:/gm)) add(domains, property, name);
  }
  const ids = (names: Iterable<string>) => [...names].map((name) => ({ "@id": `schema:${name}` }));
  const classes = [...parents].map(([name, above]) => ({
    "@id": `schema:${name}`,
    "@type": "rdfs:Class",
    "rdfs:subClassOf": ids(above),
  }));
  const properties = [...domains].map(([name, classes]) => ({
    "@id": `schema:${name}`,
    "@type": "rdf:Property",
    "schema:domainIncludes": ids(classes),
  }));
  return { "@graph": [...classes, ...properties] };
}
