package cme.catalog.directory;

import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.Credits;
import cme.catalog.provider.ProviderCode;

import java.util.Map;
import java.util.Set;

/// The catalog as far as a batch of rows refers to it.
///
/// @param providers codes by code and by name, both in lower case
/// @param procedures codes of tracer procedures
/// @param activities the current revisions, by code
/// @param caps the credits of each cap group
record ImportContext(
        Map<String, ProviderCode> providers,
        Set<String> procedures,
        Map<String, ActivityRevision> activities,
        Map<String, Credits> caps) {}
