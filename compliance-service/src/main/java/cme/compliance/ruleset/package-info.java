/// Rule sets as data: YAML files that a board member can check, read strictly into the records of
/// the rules.
@NullMarked
package cme.compliance.ruleset;

import org.jspecify.annotations.NullMarked;
