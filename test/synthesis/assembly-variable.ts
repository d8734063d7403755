/** The environment variable in which the workers of jest find the directory of the assembly. */
export const assemblyVariable = 'USERPOOL_TEST_ASSEMBLY';
