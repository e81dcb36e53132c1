/// The arithmetic of pictures: plain data in, coordinates for SVG out. Lengths across are
/// percentages of the picture's width, so that text keeps its size on every screen; heights are
/// pixels.
@NullMarked
package cme.portal.picture;

import org.jspecify.annotations.NullMarked;
