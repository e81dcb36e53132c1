/// The catalog: search, one activity with its approvals and its history, and what the board and the
/// societies change in it.
@NullMarked
package cme.portal.activity;

import org.jspecify.annotations.NullMarked;
