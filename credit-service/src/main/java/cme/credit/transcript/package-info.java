/// Transcripts: the completions of a diplomate, to be read, calculated with or sent to a hospital.
@NullMarked
package cme.credit.transcript;

import org.jspecify.annotations.NullMarked;
