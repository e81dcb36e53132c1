/// The microservice chassis: mechanisms that all services share.
@NullMarked
package cme.chassis;

import org.jspecify.annotations.NullMarked;
