import { runTogether } from '../directory-suite';

runTogether(__dirname);
