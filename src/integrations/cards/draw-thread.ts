import { workerData } from 'node:worker_threads';
import { drawIntoCache, type DrawingTask } from './draw-into-cache.ts';

drawIntoCache(workerData as DrawingTask);
