/// The register of people: who has which number, and two numbers of one person.
@NullMarked
package cme.portal.person;

import org.jspecify.annotations.NullMarked;
