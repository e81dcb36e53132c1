/// Signing in and out, and what the visitor may see.
@NullMarked
package cme.portal.signin;

import org.jspecify.annotations.NullMarked;
