/// Tests of the Helm chart without a cluster: the objects that it makes of its three value sets.
@NullMarked
package cme.deploy.helm;

import org.jspecify.annotations.NullMarked;
