/// Large request bodies: kept on disk while they are read, and read row by row.
@NullMarked
package cme.credit.upload;

import org.jspecify.annotations.NullMarked;
