import fc from "fast-check";

// The gate tries the same cases every time, so that a change which it refuses is at fault itself.
// `npm run explore` tries others; what it finds becomes a row of the test that it broke.
if (!process.env.TIERBOOK_EXPLORE) fc.configureGlobal({ seed: 20261123 });
