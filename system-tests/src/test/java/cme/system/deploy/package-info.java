/// What can be seen of a deployment without containers: gateway, realm, images and libraries.
@NullMarked
package cme.system.deploy;

import org.jspecify.annotations.NullMarked;
