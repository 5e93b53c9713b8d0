// The pages' security policy forbids code from text; told so before any schema is made, zod does not try it.
import { config } from 'zod';

config({ jitless: true });
