/** The way to PostgreSQL, on a real server. */
@NullMarked
package io.daybook.database;

import org.jspecify.annotations.NullMarked;
