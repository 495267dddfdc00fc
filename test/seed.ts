import fc from "fast-check";

// The gate tries the same cases every time, so that a change which it refuses is at fault itself. `npm run explore`
// tries others, and more of them; what it finds becomes a row of the test that it broke.
fc.configureGlobal(process.env.TIERBOOK_EXPLORE ? { numRuns: 1000 } : { seed: 20261123 });
