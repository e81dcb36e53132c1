// What the pages do more if scripts run; everything works without.
import "./session.js";
import "./upload.js";
import "./keys.js";
