import { chooseBackend, deskPolicy } from '../../../cms/admin/config/backends.ts';
import { withoutFrames, type PagePolicies } from '../../../cms/server/http/page-headers.ts';
import { contentPolicy } from '../../layouts/content-policy.ts';

/** The policies that stand in the pages, as headers: the desk's below `<base>admin/`, the site's everywhere else. */
export function sitePolicies(base: string, environment: NodeJS.ProcessEnv): PagePolicies {
  const site = withoutFrames(contentPolicy);
  const desk = withoutFrames(deskPolicy(chooseBackend(environment)));
  return { ofPage: (path) => (path.startsWith(`${base}admin/`) ? desk : site) };
}
