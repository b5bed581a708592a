/**
 * What a route file has to look like: the house style, checked in the build and by {@code check}.
 */
@NullMarked
package io.daybook.route;

import org.jspecify.annotations.NullMarked;
