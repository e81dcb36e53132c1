/// What the Helm chart makes of its three value sets, looked at without a cluster.
@NullMarked
package cme.deploy.helm;

import org.jspecify.annotations.NullMarked;
