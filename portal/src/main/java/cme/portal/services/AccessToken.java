package cme.portal.services;

import java.util.Optional;

/// The visitor's own token, with which services are asked.
public interface AccessToken {

    /// The token without its scheme; empty for a visitor who has not signed in.
    Optional<String> value();
}
