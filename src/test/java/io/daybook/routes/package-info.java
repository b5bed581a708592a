/** The route files as shipped, and broken ones that show what each check reports. */
@NullMarked
package io.daybook.routes;

import org.jspecify.annotations.NullMarked;
