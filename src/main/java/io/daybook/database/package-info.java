/** The way to PostgreSQL: connections, the schema's migrations, and statements by name. */
@NullMarked
package io.daybook.database;

import org.jspecify.annotations.NullMarked;
