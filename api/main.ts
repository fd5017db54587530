/** Opens the database, reads the settings, serves. The same code answers on one machine and at the
 *  edge: the module's default export is `{ fetch }`. @module */
