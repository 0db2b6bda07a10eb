import { createBrowserRouter, type RouteObject } from 'react-router';
import { WallFailed } from '../wall/WallFailed';
import { Home } from './Home';
import { patiently } from './patiently';
import { RouteFailed } from './RouteFailed';
import { Shell } from './Shell';
import { SignIn } from './SignIn';

/** A page's code comes when it is first opened: the town desk pays for no chart. */
const pages: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: 'town', lazy: async () => ({ Component: (await patiently(() => import('../town/TownDesk'))).TownDesk }) },
  {
    path: 'dispatch',
    lazy: async () => ({ Component: (await patiently(() => import('../dispatch/DispatchDesk'))).DispatchDesk }),
  },
  {
    path: 'dispatch/report',
    lazy: async () => ({ Component: (await patiently(() => import('../dispatch/ReportPage'))).ReportPage }),
  },
  {
    path: 'dispatch/:clueId',
    lazy: async () => ({ Component: (await patiently(() => import('../dispatch/CluePage'))).CluePage }),
  },
  {
    path: 'review',
    lazy: async () => ({ Component: (await patiently(() => import('../review/ReviewDesk'))).ReviewDesk }),
  },
  {
    path: 'review/:caseId',
    lazy: async () => ({ Component: (await patiently(() => import('../review/ReviewPage'))).ReviewPage }),
  },
  {
    path: 'supervision',
    lazy: async () => ({
      Component: (await patiently(() => import('../supervision/SupervisionDesk'))).SupervisionDesk,
    }),
  },
  {
    path: 'supervision/urging',
    lazy: async () => ({ Component: (await patiently(() => import('../urging/UrgingDesk'))).UrgingDesk }),
  },
  {
    path: 'supervision/evaluation',
    lazy: async () => ({ Component: (await patiently(() => import('../supervision/Evaluation'))).Evaluation }),
  },
  {
    path: 'supervision/what-if',
    lazy: async () => ({ Component: (await patiently(() => import('../whatIf/WhatIfPage'))).WhatIfPage }),
  },
  {
    path: 'administration/:part?',
    lazy: async () => ({
      Component: (await patiently(() => import('../administration/AdministrationPage'))).AdministrationPage,
    }),
  },
  {
    path: 'cases',
    lazy: async () => ({ Component: (await patiently(() => import('../shared/cases/CasesPage'))).CasesPage }),
  },
  {
    path: 'cases/:caseId',
    lazy: async () => ({ Component: (await patiently(() => import('../casePage/CasePage'))).CasePage }),
  },
  {
    path: 'cases/:caseId/acts/:act',
    lazy: async () => ({ Component: (await patiently(() => import('../town/ActPage'))).ActPage }),
  },
];

export const routes = createBrowserRouter([
  { path: '/sign-in', element: <SignIn />, errorElement: <RouteFailed /> },
  {
    path: '/wall',
    lazy: async () => ({ Component: (await patiently(() => import('../wall/Wall'))).Wall }),
    errorElement: <WallFailed />,
    hydrateFallbackElement: <p className="opening">正在打开……</p>,
  },
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteFailed />,
    hydrateFallbackElement: <p className="opening">正在打开……</p>,
    children: pages.map((page) => ({ ...page, errorElement: <RouteFailed /> })),
  },
]);
