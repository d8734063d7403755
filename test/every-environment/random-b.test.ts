import { tryEnvironments } from './try-environments';

tryEnvironments(150);
