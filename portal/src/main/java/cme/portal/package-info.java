/// The web face of the system: a backend for the browser, which renders pages and asks the services
/// with the visitor's own token.
@NullMarked
package cme.portal;

import org.jspecify.annotations.NullMarked;
