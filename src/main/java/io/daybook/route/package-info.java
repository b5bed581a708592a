/** The route files: which there are, and whether they can be used. */
@NullMarked
package io.daybook.route;

import org.jspecify.annotations.NullMarked;
