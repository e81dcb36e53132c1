// Scripts only add to the pages; everything works without them.
import "./session.js";
import "./outage.js";
import "./keys.js";
import "./upload.js";
import "./results.js";
