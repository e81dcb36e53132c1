/// Reads the rule sets from YAML files that a board member can check.
@NullMarked
package cme.compliance.ruleset;

import org.jspecify.annotations.NullMarked;
