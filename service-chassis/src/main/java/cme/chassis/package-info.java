/// The microservice chassis: mechanisms that every service needs and none should write again.
@NullMarked
package cme.chassis;

import org.jspecify.annotations.NullMarked;
