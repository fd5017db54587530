/** The catalogue with its sentences; see problemsAsCodes in vite.config.ts. */
declare module "*/problems.ts?words" {
  export { catalogue } from "../problems.ts";
}
