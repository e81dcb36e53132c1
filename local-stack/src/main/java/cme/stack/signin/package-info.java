/// The identity provider of the local stack: OpenID Connect for one client, the portal, which asks
/// "Who are you today?" instead of a password. It answers on loopback only.
@NullMarked
package cme.stack.signin;

import org.jspecify.annotations.NullMarked;
