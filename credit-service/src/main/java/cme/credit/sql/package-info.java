/// What set-based statements need: the rows of a list turned into columns for `unnest`.
@NullMarked
package cme.credit.sql;

import org.jspecify.annotations.NullMarked;
