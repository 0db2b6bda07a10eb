import { parentPort, workerData } from 'node:worker_threads';
import { writeReport, type ReportContent } from './writeReport';

parentPort?.postMessage(await writeReport(workerData as ReportContent));
